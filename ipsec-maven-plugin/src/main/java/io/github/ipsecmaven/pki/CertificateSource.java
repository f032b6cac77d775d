package io.github.ipsecmaven.pki;

import java.security.cert.CertificateException;

/** Makes a certificate of its DER encoding; throws like {@link CertificateReader#read}. */
interface CertificateSource {

    Certificate read(byte[] der) throws CertificateException;
}
