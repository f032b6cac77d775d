package io.github.ipsecmaven.pki;

import java.io.ByteArrayInputStream;
import java.lang.ref.WeakReference;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A certificate: its encoding, and what it says. What is asked of it costs nothing; its structure is taken apart only
 * where a signature has to be verified that nobody has verified before. Two are equal when their encodings are.
 */
public final class Certificate {

    private final byte[] der;
    private final CertificateFacts facts;
    /** By the fingerprint of a certificate of the issuer's name: whether that one's key verifies the signature. */
    private final Map<String, Boolean> signers;
    /** Many times larger than the rest, and needed for a moment only. */
    private volatile WeakReference<X509Certificate> parsed;

    Certificate(X509Certificate parsed, byte[] der, CertificateFacts facts) {
        this(der, facts, Map.of());
        this.parsed = new WeakReference<>(parsed);
    }

    /**
     * A certificate of which all is known.
     *
     * @param der the encoding; not copied
     * @param facts what was read from that encoding
     * @param signers as {@link #signers} told it
     */
    public Certificate(byte[] der, CertificateFacts facts, Map<String, Boolean> signers) {
        this.der = der;
        this.facts = facts;
        this.signers = new ConcurrentHashMap<>(signers);
        this.parsed = new WeakReference<>(null);
    }

    /** What it says. */
    public CertificateFacts facts() {
        return facts;
    }

    /** The encoding; not a copy. */
    public byte[] der() {
        return der;
    }

    /** The SHA-256 of the encoding in lower-case hex. */
    public String sha256() {
        return facts.sha256();
    }

    /** The same for the JDK. */
    public X509Certificate x509() {
        X509Certificate known = parsed.get();
        if (known != null) {
            return known;
        }
        try {
            X509Certificate again = parse(der);
            parsed = new WeakReference<>(again);
            return again;
        } catch (CertificateException e) {
            throw new IllegalStateException("what was parsed before can be parsed", e);
        }
    }

    /** Whether it names an issuer as its own, and that one's key verifies its signature. */
    public boolean isSignedBy(Certificate issuer) {
        return facts.issuerName().isSame(issuer.facts.subjectName())
                && isVerified(issuer);
    }

    private boolean isVerified(Certificate issuer) {
        Boolean known = signers.get(issuer.sha256());
        if (known == null) {
            known = verifies(issuer);
            signers.put(issuer.sha256(), known);
        }
        return known;
    }

    private boolean verifies(Certificate issuer) {
        try {
            x509().verify(issuer.x509().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The verdicts that {@link #isSignedBy} has come to, by the fingerprint of the issuer's certificate. */
    public Map<String, Boolean> signers() {
        return new TreeMap<>(signers);
    }

    /** As the JDK reads it: also PEM, and what follows the certificate is not looked at. */
    static X509Certificate parse(byte[] bytes) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(bytes));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Certificate that && sha256().equals(that.sha256());
    }

    @Override
    public int hashCode() {
        return sha256().hashCode();
    }

    @Override
    public String toString() {
        return facts.subject();
    }
}
