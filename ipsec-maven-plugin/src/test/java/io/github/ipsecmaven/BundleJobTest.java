package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.BundleJob.Outcome;
import io.github.ipsecmaven.forge.Identity;
import io.github.ipsecmaven.forge.LabAuthority;
import io.github.ipsecmaven.forge.PemWriter;
import io.github.ipsecmaven.pki.Bundle;
import io.github.ipsecmaven.pki.BundleReader;
import io.github.ipsecmaven.testkit.CraftedCertificate;
import io.github.ipsecmaven.testkit.CraftedKeys;
import io.github.ipsecmaven.testkit.LabKeys;
import io.github.ipsecmaven.testkit.RealTool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleJobTest {

    private static final char[] NONE = new char[0];

    private static LabAuthority authority;
    private static Identity identity;

    @TempDir
    private Path folder;

    @BeforeAll
    static void issue() throws GeneralSecurityException {
        authority = LabAuthority.create("Lab", LabKeys.NOW, new SecureRandom());
        identity = authority.issue("node", List.of("node.example.com"), List.of(), LabKeys.NOW, Duration.ofDays(1));
    }

    @Test
    void aKeyAndItsChainInPemBecomeABundleNamedAfterItsFile() throws Exception {
        Path key = file("tls.key", PemWriter.write(identity.key()));
        Path chain = file("tls.crt", together(
                PemWriter.write(authority.identity().certificate()), PemWriter.write(identity.certificate())));

        assertEquals(Outcome.WRITTEN, job("worker-0.p12").fromPem(key, chain, NONE));

        Bundle bundle = read("worker-0.p12", NONE);
        assertEquals(Optional.of("worker-0"), bundle.identity().orElseThrow().nickname());
        assertEquals(identity.certificate(), bundle.identity().get().certificate().certificate().x509());
        assertEquals(1, bundle.certificates().size(), "no root travels in the bundle: libreswan would trust it");
    }

    @Test
    void theAuthoritiesBetweenACertificateAndItsRootComeAlong() throws Exception {
        CraftedCertificate root = CraftedCertificate.authority("CN=Root").selfSigned();
        CraftedCertificate policy =
                CraftedCertificate.authority("CN=Policy").keys(CraftedKeys.rsa(3072, 3)).signedBy(root);
        CraftedCertificate issuing =
                CraftedCertificate.authority("CN=Issuing").keys(CraftedKeys.rsa(3072, 2)).signedBy(policy);
        CraftedCertificate end = CraftedCertificate.end("CN=node", "node.example.com").signedBy(issuing);
        CraftedCertificate other =
                CraftedCertificate.authority("CN=Other").keys(CraftedKeys.rsa(3072, 2)).signedBy(root);
        Path key = file("tls.key", PemWriter.write(end.keys().getPrivate()));
        Path chain = file("chain.crt", together(together(root.pem(), policy.pem()),
                together(together(other.pem(), end.pem()), issuing.pem())));

        assertEquals(Outcome.WRITTEN, job("a.p12").fromPem(key, chain, NONE));
        assertEquals(Outcome.UNCHANGED, job("a.p12").fromPem(key, chain, NONE));
        assertEquals(Outcome.WRITTEN, job("b.p12").fromBundle(folder.resolve("a.p12"), NONE));

        for (String name : List.of("a.p12", "b.p12")) {
            Bundle bundle = read(name, NONE);
            assertEquals(List.of(end.certificate(), issuing.certificate(), policy.certificate()),
                    bundle.certificates().stream().map(held -> held.certificate().x509()).toList());
            assertEquals(1, bundle.identities().size());
        }
        assertThrows(FileAlreadyExistsException.class,
                () -> job("a.p12").fromPem(key, file("tls.crt", end.pem()), NONE));
    }

    @Test
    void aNameThatTheRulesRefuseMakesNoBundle() throws Exception {
        Path key = file("tls.key", PemWriter.write(identity.key()));
        Path certificate = file("tls.crt", PemWriter.write(identity.certificate()));

        GeneralSecurityException refused = assertThrows(
                GeneralSecurityException.class, () -> job("my node.p12").fromPem(key, certificate, NONE));

        assertTrue(refused.getMessage().startsWith("the friendly name 'my node' would be refused"),
                refused.getMessage());
        assertFalse(Files.exists(folder.resolve("my node.p12")));
    }

    @Test
    void theSameContentIsNeverMadeAgain() throws Exception {
        Path key = file("tls.key", PemWriter.write(identity.key()));
        Path certificate = file("tls.crt", PemWriter.write(identity.certificate()));
        job("node.p12").fromPem(key, certificate, NONE);
        byte[] first = Files.readAllBytes(folder.resolve("node.p12"));

        assertEquals(Outcome.UNCHANGED, job("node.p12").fromPem(key, certificate, NONE));
        assertArrayEquals(first, Files.readAllBytes(folder.resolve("node.p12")));
    }

    @Test
    void anotherContentIsNotOverwritten() throws Exception {
        Path out = file("node.p12", LabKeys.bundle("worker-0.p12"));
        Path key = file("tls.key", PemWriter.write(identity.key()));
        Path certificate = file("tls.crt", PemWriter.write(identity.certificate()));

        assertThrows(FileAlreadyExistsException.class, () -> job("node.p12").fromPem(key, certificate, NONE));
        assertArrayEquals(LabKeys.bundle("worker-0.p12"), Files.readAllBytes(out));
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws Exception {
        Path key = file("tls.key", PemWriter.write(authority.identity().key()));
        Path certificate = file("tls.crt", PemWriter.write(identity.certificate()));

        GeneralSecurityException refused = assertThrows(
                GeneralSecurityException.class, () -> job("node.p12").fromPem(key, certificate, NONE));
        assertTrue(refused.getMessage().startsWith("the key belongs to no certificate in"), refused.getMessage());
        assertFalse(Files.exists(folder.resolve("node.p12")));
    }

    @Test
    void aBundleIsRewrappedUnderAnotherNameAndPassword() throws Exception {
        Path source = file("corp.p12", LabKeys.bundle("worker-0.p12"));
        char[] password = "geheim".toCharArray();

        new BundleJob(folder.resolve("out.p12"), Optional.of("left_server"), password).fromBundle(source, NONE);

        assertEquals(Optional.of("left_server"), read("out.p12", password).identity().orElseThrow().nickname());
        GeneralSecurityException closed = assertThrows(GeneralSecurityException.class,
                () -> job("again.p12").fromBundle(folder.resolve("out.p12"), NONE));
        assertTrue(closed.getMessage().endsWith("ipsec.inputPasswordFile names the file with it"), closed.getMessage());
    }

    @Test
    void aBundleKeepsItsNameWhereNoneIsGiven() throws Exception {
        Path source = file("corp.p12", LabKeys.bundle("worker-0.p12"));

        job("out.p12").fromBundle(source, NONE);

        assertEquals(Optional.of("worker-0"), read("out.p12", NONE).identity().orElseThrow().nickname());
    }

    @Test
    void aWrongPasswordSaysSoAndNothingElse() throws Exception {
        Path source = file("corp.p12", LabKeys.bundle("worker-0.p12"));

        GeneralSecurityException refused = assertThrows(GeneralSecurityException.class,
                () -> job("out.p12").fromBundle(source, "not-it-at-all".toCharArray()));
        assertFalse(refused.getMessage().contains("not-it-at-all"));
    }

    @Test
    void keysAreReadAsOpensslWritesThem() throws Exception {
        RealTool openssl = RealTool.of("openssl", "apt-get install openssl");
        openssl.assumePresent();
        Path pkcs8 = file("pkcs8.key", PemWriter.write(identity.key()));
        Path certificate = file("tls.crt", PemWriter.write(identity.certificate()));
        openssl.run(folder, "rsa", "-traditional", "-in", pkcs8.toString(), "-out", "pkcs1.key").outOfSuccess();
        openssl.run(folder, "pkcs8", "-topk8", "-v2", "aes-256-cbc", "-passout", "pass:geheim",
                "-in", pkcs8.toString(), "-out", "encrypted.key").outOfSuccess();

        assertEquals(Outcome.WRITTEN, job("a.p12").fromPem(folder.resolve("pkcs1.key"), certificate, NONE));
        assertEquals(Outcome.WRITTEN,
                job("b.p12").fromPem(folder.resolve("encrypted.key"), certificate, "geheim".toCharArray()));
        assertThrows(GeneralSecurityException.class,
                () -> job("c.p12").fromPem(folder.resolve("encrypted.key"), certificate, "wrong".toCharArray()));
    }

    private BundleJob job(String out) {
        return new BundleJob(folder.resolve(out), Optional.empty(), NONE);
    }

    private Bundle read(String name, char[] password) throws Exception {
        return BundleReader.read(Files.readAllBytes(folder.resolve(name)), password);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] together(byte[] first, byte[] second) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(first);
        all.write(second);
        return all.toByteArray();
    }
}
