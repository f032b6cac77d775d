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

    private final Map<BundleSource, Opening> bundles = new ConcurrentHashMap<>();
    private final Map<String, SoftReference<Certificate>> certificates = new ConcurrentHashMap<>();

    /** Opens a bundle that nobody has opened yet. */
    interface Opener {
        Bundle open() throws BundleException;
    }

    /** Takes over what an earlier run knew of a bundle. */
    public void know(BundleSource source, Bundle bundle) {
        opening(source).know(bundle);
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
        return opening(source).bundle(opener);
    }

    private Opening opening(BundleSource source) {
        Opening first = new Opening();
        Opening known = bundles.putIfAbsent(source, first);
        return known == null ? first : known;
    }

    /** One bundle. Who opens it keeps those waiting who want the same one, and nobody else. */
    private static final class Opening {

        private SoftReference<Bundle> known = new SoftReference<>(null);

        synchronized void know(Bundle bundle) {
            if (known.get() == null) {
                known = new SoftReference<>(bundle);
            }
        }

        synchronized Bundle bundle(Opener opener) throws BundleException {
            Bundle bundle = known.get();
            if (bundle == null) {
                bundle = opener.open().withoutPrivateKeys();
                known = new SoftReference<>(bundle);
            }
            return bundle;
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
