package io.github.ipsecmaven.runbook.remote;

import io.github.ipsecmaven.pki.Certificate;
import io.github.ipsecmaven.pki.DistinguishedName;
import io.github.ipsecmaven.pki.KeyAlgorithm;

/**
 * What a node proves to its remotes, written once for all of its tunnels.
 *
 * @param sha256 the fingerprint of its certificate
 * @param subject the certificate's subject
 * @param issuer who issued the certificate, for people
 * @param ecdsa whether it signs with ECDSA, else with RSA
 */
record NodeIdentity(String sha256, WrittenName subject, String issuer, boolean ecdsa) {

    static NodeIdentity of(Certificate certificate) {
        DistinguishedName issuer = certificate.facts().issuerName();
        return new NodeIdentity(certificate.sha256(), WrittenName.of(certificate.facts().subjectName()),
                WrittenName.of(issuer).libreswan().orElse(issuer.text()),
                certificate.facts().keyAlgorithm() == KeyAlgorithm.EC);
    }
}
