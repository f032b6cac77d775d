package io.github.ipsecmaven.openshift;

import io.github.ipsecmaven.openshift.LibreswanOption.Type;
import io.github.ipsecmaven.openshift.LibreswanOption.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every key that nmstate knows below {@code libreswan:}, oldest first, and those of libreswan that it has not.
 *
 * <p>nmstate refuses unknown keys and checks nothing else; NetworkManager-libreswan refuses keys that it does not know;
 * most wrong values only make pluto warn. So a key must be known to nmstate and to the node of the target release.
 */
public final class LibreswanOptions {

    private static final String ANY = "0";
    private static final String STRUCT = "nmstate, rust/src/lib/ifaces/ipsec.rs";

    private static final List<LibreswanOption> ROWS = List.of(
            owned("right", Type.STRING, false, "`address` of the remote",
                    "2.2.19", ANY, "the peer's address or DNS name", STRUCT),
            owned("rightid", Type.STRING, false, "`identity` of the remote",
                    "2.2.19", ANY, "the identity that the peer must prove", STRUCT),
            owned("rightrsasigkey", Type.STRING, true, "nothing: it is always `%cert`",
                    "2.2.19", ANY, "where the peer's public key comes from", STRUCT),
            owned("rightcert", Type.STRING, true, "`certificate` of the remote",
                    "2.2.30", "1.2.20", "NSS nickname of a peer certificate held on the node",
                    "nmstate pull request 2659"),
            owned("left", Type.STRING, false, "`address` of the node",
                    "2.2.19", ANY, "the node's address or DNS name", STRUCT),
            owned("leftid", Type.STRING, false, "nothing: it is always the subject of the node's certificate",
                    "2.2.19", ANY, "the identity that the node presents", STRUCT),
            owned("leftrsasigkey", Type.STRING, true, "nothing: it is always `%cert`",
                    "2.2.21", ANY, "where the node's public key comes from", "nmstate issue 2474"),
            owned("leftcert", Type.STRING, true, "`bundle` of the node, whose friendly name is the nickname",
                    "2.2.19", ANY, "NSS nickname of the node's certificate and private key", STRUCT),
            owned("ikev2", Type.CHOICE, List.of("insist"), "nothing: it is always `insist`",
                    "2.2.19", ANY, "IKE version; without it NetworkManager asks for IKEv1, which libreswan refuses",
                    STRUCT),
            new LibreswanOption("psk", Type.STRING, List.of(), false, Use.REFUSED,
                    "a `bundle` for the node: the manifest would hold the shared secret in clear",
                    "2.2.19", ANY, "a shared secret instead of certificates", STRUCT),
            free("ikelifetime", Type.DURATION, false,
                    "2.2.19", ANY, "life of the IKE SA; default 8h, clamped to 1080s at least and 24h at most", STRUCT),
            free("salifetime", Type.DURATION, false,
                    "2.2.19", ANY, "life of an IPsec SA; default 8h, clamped to 1080s at least and 24h at most, "
                            + "8h in FIPS mode", STRUCT),
            free("ike", Type.PROPOSALS, false,
                    "2.2.19", ANY, "algorithms of the IKE SA; overrides the system's crypto policy", STRUCT),
            free("esp", Type.PROPOSALS, false,
                    "2.2.19", ANY, "algorithms of the IPsec SAs; overrides the system's crypto policy", STRUCT),
            free("authby", Type.CHOICE, List.of("secret", "rsasig", "rsa", "rsa-sha1", "rsa-sha2", "rsa-sha2_256",
                            "rsa-sha2_384", "rsa-sha2_512", "ecdsa", "ecdsa-sha2", "ecdsa-sha2_256", "ecdsa-sha2_384",
                            "ecdsa-sha2_512", "null", "never"),
                    "2.2.21", ANY, "how the peers prove who they are; without `nm-auto-defaults: false` NetworkManager "
                            + "drops it beside a certificate", STRUCT),
            free("dpddelay", Type.INTEGER, false,
                    "2.2.21", ANY, "seconds between liveness probes; default 0, no probing", STRUCT),
            free("dpdtimeout", Type.INTEGER, false,
                    "2.2.21", ANY, "ignored with IKEv2; libreswan 5 warns of it", STRUCT),
            free("dpdaction", Type.STRING, false,
                    "2.2.21", ANY, "ignored by libreswan 5, which warns of it", STRUCT),
            free("ipsec-interface", Type.INTERFACE, false,
                    "2.2.22", ANY, "XFRM interface ipsecN to route through; default no", STRUCT),
            owned("rightsubnet", Type.STRING, false, "`subnet` of the remote",
                    "2.2.23", ANY, "the peer's traffic selector; without it NetworkManager asks for everything",
                    STRUCT),
            owned("leftmodecfgclient", Type.BOOLEAN, false, "nothing: it is always `false`",
                    "2.2.23", "1.2.20", "whether the node asks the peer for an address", STRUCT),
            owned("type", Type.CHOICE, List.of("tunnel", "transport"), "`type` of the remote",
                    "2.2.23", "1.2.20", "tunnel or transport mode", STRUCT),
            free("hostaddrfamily", Type.CHOICE, List.of("ipv4", "ipv6"),
                    "2.2.23", "1.2.20", "address family of the hosts", "nmstate pull request 2682"),
            free("clientaddrfamily", Type.CHOICE, List.of("ipv4", "ipv6"),
                    "2.2.23", "1.2.20", "address family inside the tunnel; must agree with the subnets",
                    "nmstate pull request 2682"),
            owned("leftsubnet", Type.STRING, false, "`localSubnet` of the remote or of its node",
                    "2.2.31", "1.2.20", "the node's traffic selector", "nmstate pull request 2661"),
            free("require-id-on-certificate", Type.BOOLEAN, false,
                    "2.2.36", "1.2.24", "whether the peer's certificate must hold its identity; default true",
                    "nmstate pull request 2775"),
            free("leftsendcert", Type.CHOICE, List.of("always", "never", "sendifasked"),
                    "2.2.52", "1.2.27", "when the node sends its certificate", "nmstate pull request 2993"),
            free("rightca", Type.STRING, true,
                    "2.2.56", "1.2.27", "issuer that the peer's certificate must have: `%same` or a DN",
                    "nmstate pull request 3023"),
            free("nm-auto-defaults", Type.BOOLEAN, false,
                    "2.2.56", "1.2.27", "whether NetworkManager adds options of its own; default true",
                    "nmstate pull request 2889"),
            free("leftprotoport", Type.PROTOPORT, true,
                    "2.2.57", "1.2.29", "protocol and port on the node; set both sides, with one protocol",
                    "nmstate pull request 3031"),
            free("rightprotoport", Type.PROTOPORT, true,
                    "2.2.57", "1.2.29", "protocol and port on the peer; set both sides, with one protocol",
                    "nmstate pull request 3031"),
            owned("leftsubnets", Type.STRING, false, "`localSubnet` of the remote or of its node, one network each",
                    "2.2.60", "1.2.31", "several traffic selectors of the node", "nmstate pull request 3100"),
            owned("rightsubnets", Type.STRING, false, "`subnets` of the remote",
                    "2.2.60", "1.2.31", "several traffic selectors of the peer", "nmstate pull request 3100"));

    // Read in nmstate up to 2.2.39 and in its later pull requests; names as in ipsec.conf(5) and the plugin.
    private static final List<String> NOT_EXPOSED = List.of("pfs", "rekey", "mobike", "fragmentation", "narrowing",
            "leftauth", "rightauth", "encapsulation", "nic-offload", "auto", "leftca", "leftxauthclient",
            "nm-connect-mode", "replay-window", "failureshunt", "negotiationshunt", "priority", "mtu");

    private LibreswanOptions() { }

    /** Every key that nmstate knows. */
    public static List<LibreswanOption> all() {
        return ROWS;
    }

    /** Finds a key by its exact name. */
    public static Optional<LibreswanOption> find(String name) {
        for (var row : ROWS) {
            if (row.name().equals(name)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** Whether libreswan (or its NetworkManager plugin) has an option of this name that no nmstate release exposes. */
    public static boolean isNotExposedByNmstate(String name) {
        return NOT_EXPOSED.contains(name);
    }

    /**
     * Which releases of a version's stream can use a key. A stream without a row of its own is judged as
     * {@link Releases#of} does, a stream older than every row can use none.
     */
    public static Availability availableFrom(LibreswanOption option, Version version) {
        var release = Releases.of(version);
        return release.isPresent() ? availability(option, release.get()) : new Availability.Never();
    }

    /**
     * The first release of each stream that is known to have a key, oldest first, up to the first stream that has it
     * from .0 on: {@code [4.19.19, 4.20.3, 4.21.0]}. Empty where no release on record has it.
     */
    public static List<Version> firstReleases(LibreswanOption option) {
        var found = new ArrayList<Version>();
        for (var release : Releases.all()) {
            var availability = availability(option, release);
            if (availability instanceof Availability.Always) {
                found.add(release.stream().withPatch(0));
                break;
            }
            if (availability instanceof Availability.From from) {
                found.add(release.stream().withPatch(from.patch()));
            }
        }
        return List.copyOf(found);
    }

    private static Availability availability(LibreswanOption option, Release release) {
        if (!PackageVersion.isAtLeast(release.handlerNmstate(), option.minNmstate())) {
            return new Availability.Never();
        }
        for (var software : release.nodeSoftware()) {
            if (PackageVersion.isAtLeast(software.networkManagerLibreswan(), option.minNetworkManagerLibreswan())) {
                return software.fromPatch() == 0
                        ? new Availability.Always() : new Availability.From(software.fromPatch());
            }
            if (!software.exact()) {
                return new Availability.Unrecorded("in " + release.stream() + " only where the node has "
                        + "NetworkManager-libreswan " + option.minNetworkManagerLibreswan()
                        + " or later, and which one it has is not on record");
            }
        }
        return new Availability.Never();
    }

    private static LibreswanOption free(String name, Type type, boolean whitespaceAllowed, String minNmstate,
            String minPlugin, String meaning, String source) {
        return new LibreswanOption(name, type, List.of(), whitespaceAllowed, Use.FREE, "", minNmstate, minPlugin,
                meaning, source);
    }

    private static LibreswanOption free(String name, Type type, List<String> values, String minNmstate,
            String minPlugin, String meaning, String source) {
        return new LibreswanOption(name, type, values, false, Use.FREE, "", minNmstate, minPlugin, meaning, source);
    }

    private static LibreswanOption owned(String name, Type type, boolean whitespaceAllowed, String instead,
            String minNmstate, String minPlugin, String meaning, String source) {
        return new LibreswanOption(name, type, List.of(), whitespaceAllowed, Use.OWNED, instead, minNmstate, minPlugin,
                meaning, source);
    }

    private static LibreswanOption owned(String name, Type type, List<String> values, String instead,
            String minNmstate, String minPlugin, String meaning, String source) {
        return new LibreswanOption(name, type, values, false, Use.OWNED, instead, minNmstate, minPlugin, meaning,
                source);
    }
}
