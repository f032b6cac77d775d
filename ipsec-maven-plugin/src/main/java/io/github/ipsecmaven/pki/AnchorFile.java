package io.github.ipsecmaven.pki;

import io.github.ipsecmaven.spec.Anchor;

/** A trust anchor's file: its bytes go to the nodes as they are. */
public record AnchorFile(Anchor anchor, byte[] bytes, PemFile pem) {}
