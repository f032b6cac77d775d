package io.github.ipsecmaven.openshift.proposal;

/** What a proposal string is for: the option that it is the value of. */
public enum Protocol {

    /** The IKE SA, option {@code ike}. */
    IKE,

    /** The IPsec SAs, option {@code esp}. */
    ESP
}
