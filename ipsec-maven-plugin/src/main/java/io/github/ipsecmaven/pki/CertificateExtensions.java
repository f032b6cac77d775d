package io.github.ipsecmaven.pki;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The extensions that decide what a certificate may be used for.
 *
 * @param ca basicConstraints' CA flag; empty where the extension is absent
 * @param pathLength how many authorities may stand between this one and the end; {@link Integer#MAX_VALUE} where
 *     basicConstraints sets no limit
 * @param keyUsage empty where the extension is absent, which allows every use
 * @param extendedKeyUsage the object identifiers; an empty list where the extension is absent, which allows every use
 * @param netscapeTypes empty where the extension is absent, or is no string of bits, which allows every use
 * @param nameConstraints whether the extension is there
 * @param policies whether certificate policies are stated
 * @param explicitPolicy how many certificates may stand below this one, the end's own among them, before all have to
 *     state policies: requireExplicitPolicy of the policy constraints; {@link Integer#MAX_VALUE} where they do not say,
 *     or cannot be read
 * @param unknownCritical the critical extensions, by object identifier, that RFC 5280 section 4.2 does not ask an
 *     implementation to recognise; a verifier has to reject the certificate for each
 * @param unreadable the extensions, by object identifier, whose content the JDK cannot parse
 */
public record CertificateExtensions(
        Optional<Boolean> ca,
        int pathLength,
        Optional<Set<KeyUsage>> keyUsage,
        List<String> extendedKeyUsage,
        Optional<Set<NetscapeType>> netscapeTypes,
        boolean nameConstraints,
        boolean policies,
        int explicitPolicy,
        List<String> unknownCritical,
        List<String> unreadable) {}
