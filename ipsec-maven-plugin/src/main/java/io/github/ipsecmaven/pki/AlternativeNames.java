package io.github.ipsecmaven.pki;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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
     * Whether a host's name or address is among them. A {@code *} stands for exactly the first label of a name (RFC
     * 6125 section 6.4.3); case and a dot at the end do not count.
     */
    public boolean covers(String host) {
        var wanted = folded(host);
        var dot = wanted.indexOf('.');
        var wildcard = dot < 0 ? wanted : "*" + wanted.substring(dot);
        for (var name : dns) {
            if (folded(name).equals(wanted) || folded(name).equals(wildcard)) {
                return true;
            }
        }
        return ips.contains(host);
    }

    /** All of them, for people. */
    public List<String> all() {
        var all = new ArrayList<>(dns);
        all.addAll(ips);
        all.addAll(emails);
        return all;
    }

    private static String folded(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
