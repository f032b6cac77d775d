package io.github.ipsecmaven.testkit;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12PBEOutputEncryptorBuilder;

/** Writes PKCS#12 bundles, sound or broken in one way. All is in clear text unless a test asks for 3DES. */
public final class BundleForge {

    private final List<PKCS12SafeBag> bags = new ArrayList<>();
    private boolean linked = true;
    private boolean named = true;
    private boolean mac = true;
    private boolean sha1 = false;
    private boolean tripleDes = false;
    private int iterations = 2048;

    /** A bundle of a key and its certificate under a friendly name. */
    public static BundleForge of(CraftedCertificate own, String nickname) {
        return new BundleForge().add(own, own.keys().getPrivate(), nickname);
    }

    /** An empty bundle; what links a key to its certificate can be left out of it. */
    public static BundleForge unlinked(CraftedCertificate own, String nickname) {
        BundleForge forge = new BundleForge();
        forge.linked = false;
        return forge.add(own, own.keys().getPrivate(), nickname);
    }

    /** A bundle of a key and its certificate without a friendly name. */
    public static BundleForge unnamed(CraftedCertificate own) {
        BundleForge forge = new BundleForge();
        forge.named = false;
        return forge.add(own, own.keys().getPrivate(), "");
    }

    /** Adds a key with a certificate, which may be somebody else's. */
    public BundleForge add(CraftedCertificate own, PrivateKey key, String nickname) {
        try {
            PKCS12SafeBagBuilder keyBag = new PKCS12SafeBagBuilder(PrivateKeyInfo.getInstance(key.getEncoded()));
            PKCS12SafeBagBuilder certificateBag = new PKCS12SafeBagBuilder(new JcaX509CertificateHolder(
                    own.certificate()));
            for (PKCS12SafeBagBuilder bag : List.of(keyBag, certificateBag)) {
                if (named) {
                    bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(nickname));
                }
                if (linked) {
                    bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId,
                            new DEROctetString(own.certificate().getSerialNumber().toByteArray()));
                }
                bags.add(bag.build());
            }
            return this;
        } catch (IOException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a certificate without a key. */
    public BundleForge with(CraftedCertificate other) {
        try {
            bags.add(new PKCS12SafeBagBuilder(new JcaX509CertificateHolder(other.certificate())).build());
            return this;
        } catch (IOException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    public BundleForge withoutMac() {
        mac = false;
        return this;
    }

    public BundleForge macOfSha1() {
        sha1 = true;
        return this;
    }

    public BundleForge tripleDes() {
        tripleDes = true;
        return this;
    }

    public BundleForge iterations(int count) {
        iterations = count;
        return this;
    }

    /** The bundle, for the empty password. */
    public byte[] bytes() {
        char[] password = new char[0];
        PKCS12PfxPduBuilder builder = new PKCS12PfxPduBuilder();
        try {
            if (tripleDes) {
                BcPKCS12PBEOutputEncryptorBuilder encryptor = new BcPKCS12PBEOutputEncryptorBuilder(
                        PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
                        CBCBlockCipher.newInstance(new DESedeEngine()));
                builder.addEncryptedData(encryptor.build(password), bags.toArray(PKCS12SafeBag[]::new));
            } else {
                for (PKCS12SafeBag bag : bags) {
                    builder.addData(bag);
                }
            }
            if (!mac) {
                return builder.build(null, password).getEncoded();
            }
            BcPKCS12MacCalculatorBuilder calculator = sha1
                    ? new BcPKCS12MacCalculatorBuilder()
                    : new BcPKCS12MacCalculatorBuilder(new SHA256Digest(),
                            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE));
            return builder.build(calculator.setIterationCount(iterations), password).getEncoded();
        } catch (IOException | PKCSException e) {
            throw new IllegalStateException(e);
        }
    }
}
