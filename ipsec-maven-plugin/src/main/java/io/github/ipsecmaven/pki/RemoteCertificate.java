package io.github.ipsecmaven.pki;

import io.github.ipsecmaven.spec.Remote;

/** The public certificate of a remote, for checks only. */
public record RemoteCertificate(Remote remote, PemFile pem) {}
