package io.github.ipsecmaven.pki;

import io.github.ipsecmaven.spec.Remote;

/**
 * The public certificate of a remote, for checks only.
 *
 * @param sha256 of the file, in lower-case hex
 */
public record RemoteCertificate(Remote remote, PemFile pem, String sha256) {}
