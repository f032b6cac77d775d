package io.github.ipsecmaven.pki;

import java.security.cert.CertificateException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of files that were opened before, in this run or in an earlier one: nothing is opened twice. It holds
 * no password and no key. Threads may use it at the same time.
 */
public final class Openings {

    private final Map<BundleSource, Bundle> bundles = new ConcurrentHashMap<>();
    private final Map<String, Certificate> certificates = new ConcurrentHashMap<>();

    /** Opens a bundle that nobody has opened yet. */
    interface Opener {
        Bundle open() throws BundleException;
    }

    /** Takes over what an earlier run knew of a bundle and of its certificates. */
    public void know(BundleSource source, Bundle bundle) {
        bundles.putIfAbsent(source, bundle);
    }

    /** Takes over what an earlier run knew of certificates. */
    public void know(Collection<Certificate> known) {
        known.forEach(certificate -> certificates.putIfAbsent(certificate.sha256(), certificate));
    }

    /**
     * A bundle, opened where it is not known. Two threads that come at the same time open it once.
     *
     * @throws BundleException where it does not open; that is not remembered
     */
    Bundle bundle(BundleSource source, Opener opener) throws BundleException {
        try {
            return bundles.computeIfAbsent(source, unknown -> {
                try {
                    return opener.open();
                } catch (BundleException e) {
                    throw new NotOpened(e);
                }
            });
        } catch (NotOpened e) {
            throw e.reason;
        }
    }

    /** A certificate, read where it is not known; throws like {@link CertificateReader#read}. */
    Certificate certificate(byte[] der) throws CertificateException {
        var known = Optional.ofNullable(certificates.get(Sha256.hex(der)));
        if (known.isPresent()) {
            return known.get();
        }
        var read = CertificateReader.read(der);
        return Optional.ofNullable(certificates.putIfAbsent(read.sha256(), read)).orElse(read);
    }

    private static final class NotOpened extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final transient BundleException reason;

        NotOpened(BundleException reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
