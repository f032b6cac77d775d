package io.github.ipsecmaven.openshift;

/** What the machine config operator's {@code nodeDisruptionPolicy} can do in a release. */
public enum NodeDisruptionPolicy {

    /** Every changed file or unit reboots its pool. */
    NONE,

    /** Technology preview behind a feature gate, and a file's policy matches that exact path only (4.16). */
    TECH_PREVIEW_EXACT_PATH,

    /** Generally available; a file's policy matches the path and every file below it (from 4.17 on). */
    GENERAL
}
