package io.github.ipsecmaven.openshift.proposal;

/** What to think of an algorithm that libreswan takes. */
public enum Strength {

    /** libreswan 5.2 proposes it by default. */
    DEFAULT,

    /** Not proposed by default, and nothing is known against it. */
    FINE,

    /** Loads on the node and protects too little: broken, obsolete, or no encryption or no integrity at all. */
    WEAK
}
