package io.github.ipsecmaven.pki;

import io.github.ipsecmaven.forge.BundleWriter;
import io.github.ipsecmaven.forge.Identity;
import io.github.ipsecmaven.forge.LabAuthority;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One authority and one identity for all tests, because making RSA keys is slow. */
final class TestBundles {
    static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    static final SecureRandom RANDOM = new SecureRandom();
    static final LabAuthority AUTHORITY;
    static final Identity IDENTITY;

    static {
        try {
            AUTHORITY = LabAuthority.create("Lab CA", NOW, RANDOM);
            IDENTITY = AUTHORITY.issue("node1.example.com", List.of("node1.example.com"),
                    List.of("192.0.2.1", "2001:db8::1"), NOW, Duration.ofDays(90));
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private TestBundles() {
    }

    static byte[] write(String name, String password) throws GeneralSecurityException {
        return BundleWriter.write(name, IDENTITY.key(), IDENTITY.certificate(), password.toCharArray(), RANDOM);
    }
}
