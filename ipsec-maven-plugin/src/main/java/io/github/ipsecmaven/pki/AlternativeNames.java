package io.github.ipsecmaven.pki;

import io.github.ipsecmaven.spec.Ipv4;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The subject alternative names that can be an IKE identity, in the certificate's order.
 *
 * @param dns host names as written
 * @param ips addresses; IPv6 in the JDK's long form, such as {@code 2001:db8:0:0:0:0:0:1}
 * @param emails addresses as written
 */
public record AlternativeNames(List<String> dns, List<String> ips, List<String> emails) {
    private static final int EMAIL = 1;
    private static final int DNS = 2;
    private static final int IP = 7;

    /** No name at all. */
    static final AlternativeNames NONE = new AlternativeNames(List.of(), List.of(), List.of());

    /** Takes copies. */
    public AlternativeNames {
        dns = List.copyOf(dns);
        ips = List.copyOf(ips);
        emails = List.copyOf(emails);
    }

    /** Empty where the extension is absent or unreadable; {@link CertificateExtensions#unreadable} tells which. */
    static Optional<AlternativeNames> of(X509Certificate certificate) {
        Collection<List<?>> names;
        try {
            names = certificate.getSubjectAlternativeNames();
        } catch (CertificateParsingException e) {
            return Optional.empty();
        }
        if (names == null) {
            return Optional.empty();
        }
        var dns = new ArrayList<String>();
        var ips = new ArrayList<String>();
        var emails = new ArrayList<String>();
        for (var name : names) {
            switch ((Integer) name.get(0)) {
                case DNS -> dns.add((String) name.get(1));
                case IP -> ips.add((String) name.get(1));
                case EMAIL -> emails.add((String) name.get(1));
                default -> { }
            }
        }
        return Optional.of(new AlternativeNames(dns, ips, emails));
    }

    /**
     * Whether libreswan finds a host's name or address among them: an address among the addresses only, also where a
     * host name reads like it; a name without regard to case, with {@code *.} for exactly its first label (libreswan,
     * nss_cert_verify.c, cert_VerifySubjectAltName).
     */
    public boolean covers(String host) {
        if (Ipv4.isAddress(host)) {
            return ips.contains(host);
        }
        var dot = host.indexOf('.');
        var wildcard = dot < 0 ? host : "*" + host.substring(dot);
        for (var name : dns) {
            if (name.equalsIgnoreCase(host) || name.equalsIgnoreCase(wildcard)) {
                return true;
            }
        }
        return false;
    }

    /** All of them, for people. */
    public List<String> all() {
        var all = new ArrayList<String>();
        for (var name : dns) {
            all.add(Ipv4.isAddress(name) ? name + " (as a host name, not as an address)" : name);
        }
        all.addAll(ips);
        all.addAll(emails);
        return all;
    }
}
