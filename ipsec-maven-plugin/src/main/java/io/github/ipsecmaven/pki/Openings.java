package io.github.ipsecmaven.pki;

import java.lang.ref.SoftReference;
import java.security.cert.CertificateException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of files that were opened before, in this run or in an earlier one: nothing is opened twice, as long as
 * there is memory to know it. It holds no password and no key. Threads may use it at the same time.
 */
public final class Openings {

    private final Map<BundleSource, SoftReference<Bundle>> bundles = new ConcurrentHashMap<>();
    private final Map<String, SoftReference<Certificate>> certificates = new ConcurrentHashMap<>();

    /** Opens a bundle that nobody has opened yet. */
    interface Opener {
        Bundle open() throws BundleException;
    }

    /** Takes over what an earlier run knew of a bundle. */
    public void know(BundleSource source, Bundle bundle) {
        bundles.putIfAbsent(source, new SoftReference<>(bundle));
    }

    /** Takes over what an earlier run knew of certificates. */
    public void know(Collection<Certificate> known) {
        for (Certificate certificate : known) {
            certificates.putIfAbsent(certificate.sha256(), new SoftReference<>(certificate));
        }
    }

    /**
     * A bundle, opened where it is not known. Two threads that come at the same time open it once.
     *
     * @throws BundleException where it does not open; that is not remembered
     */
    Bundle bundle(BundleSource source, Opener opener) throws BundleException {
        var found = new Found();
        bundles.compute(source, (unused, known) -> {
            found.bundle = known == null ? null : known.get();
            return found.bundle != null ? known : found.open(opener);
        });
        if (found.failure != null) {
            throw found.failure;
        }
        return found.bundle;
    }

    private static final class Found {

        private Bundle bundle;
        private BundleException failure;

        private SoftReference<Bundle> open(Opener opener) {
            try {
                bundle = opener.open().withoutPrivateKeys();
                return new SoftReference<>(bundle);
            } catch (BundleException e) {
                failure = e;
                return null;
            }
        }
    }

    /** A certificate, read where it is not known; throws like {@link CertificateReader#read}. */
    Certificate certificate(byte[] der) throws CertificateException {
        var sha256 = Sha256.hex(der);
        var known = certificates.get(sha256);
        var certificate = known == null ? null : known.get();
        if (certificate == null) {
            certificate = CertificateReader.read(der);
            certificates.put(sha256, new SoftReference<>(certificate));
        }
        return certificate;
    }
}
