package io.github.ipsecmaven.pki;

import java.security.cert.X509Certificate;

/**
 * A certificate of a PEM file.
 *
 * @param index its position among the file's certificates, from 0
 * @param line the line of its BEGIN, from 1
 * @param certificate the certificate
 * @param sha256 the SHA-256 of its DER bytes in lower-case hex
 */
public record PemCertificate(int index, int line, X509Certificate certificate, String sha256) {
}
