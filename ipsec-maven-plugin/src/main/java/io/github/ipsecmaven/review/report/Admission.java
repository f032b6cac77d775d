package io.github.ipsecmaven.review.report;

import io.github.ipsecmaven.plan.ClusterState;
import io.github.ipsecmaven.previous.Inventory.PastCertificate;
import io.github.ipsecmaven.previous.Inventory.PastConnection;
import io.github.ipsecmaven.previous.Inventory.PastPool;
import io.github.ipsecmaven.previous.PastObject;
import io.github.ipsecmaven.review.document.Line;
import io.github.ipsecmaven.review.document.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Somebody who may open a tunnel after the merge and could not before, or with other traffic.
 *
 * @param who the remote, or whose certificates are trusted
 * @param how what lets them in
 * @param nodes whose tunnels these are; none stands for every node
 */
record Admission(Kind kind, Tone tone, Line who, Line how, List<String> nodes) {

    /** How somebody comes to be let in. */
    enum Kind {
        NEW("added"), CHANGED("changed"), TRUSTED("trusted");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** libreswan's word for whatever identity a trusted certificate shows. */
    private static final String ANYBODY = "%fromcert";

    /** Who is let in; in the order of the remotes' names, then the anchors. */
    static List<Admission> of(ReviewedCluster cluster) {
        Map<Change, List<String>> changes = new LinkedHashMap<>();
        Map<String, End> before = cluster.before().map(Admission::ends).orElse(Map.of());
        ends(cluster.after()).forEach((policy, end) -> {
            Optional<End> past = Optional.ofNullable(before.get(policy));
            if (past.filter(end::admitsTheSame).isEmpty()) {
                changes.computeIfAbsent(new Change(past.map(End::withoutNode), end.withoutNode()), change -> new ArrayList<>())
                        .add(end.node());
            }
        });
        List<Admission> admissions = new ArrayList<>();
        changes.forEach((change, nodes) -> admissions.add(change.admission(nodes)));
        admissions.addAll(newAnchors(cluster));
        return admissions;
    }

    /** The anchors that no node of the cluster trusts yet, each once. */
    private static List<Admission> newAnchors(ReviewedCluster cluster) {
        Map<String, PastCertificate> anchors = anchors(cluster.after());
        cluster.before().ifPresent(state -> anchors.keySet().removeAll(anchors(state).keySet()));
        return anchors.values().stream().map(anchor -> new Admission(Kind.TRUSTED, Tone.CARE, Line.words(anchor.subject()),
                Line.words("whoever shows a certificate that it issued, and the identity of a tunnel"), List.of())).toList();
    }

    /** By fingerprint. */
    private static Map<String, PastCertificate> anchors(ClusterState state) {
        Map<String, PastCertificate> anchors = new TreeMap<>();
        for (PastPool pool : state.inventory().pools().values()) {
            pool.certificates().forEach((file, certificate) -> {
                if (!pool.bundles().contains(file)) {
                    anchors.put(certificate.sha256(), certificate);
                }
            });
        }
        return anchors;
    }

    /** The end of a live tunnel, as its policy states it. */
    private record End(String node, String remote, String address, String identity, String subnet, String localSubnet) {

        private boolean admitsTheSame(End other) {
            return withoutNode().equals(other.withoutNode());
        }

        private End withoutNode() {
            return new End("", remote, address, identity, subnet, localSubnet);
        }

        private Line proof() {
            return Line.words("proving ").and(isAnybody() ? Line.words("any trusted certificate") : Line.code(identity));
        }

        private boolean isAnybody() {
            return identity.equals(ANYBODY);
        }

        private Line traffic() {
            Line line = Line.words("traffic of ").andCode(subnet);
            return localSubnet.isEmpty() ? line : line.and(" with ").andCode(localSubnet);
        }
    }

    /** What is different for one or more nodes. */
    private record Change(Optional<End> before, End after) {

        private Admission admission(List<String> nodes) {
            List<Line> how = new ArrayList<>();
            add(how, end -> Line.words("at ").andCode(end.address()));
            add(how, End::proof);
            add(how, End::traffic);
            Line all = how.stream().reduce((one, other) -> one.and(", ").and(other)).orElseThrow();
            return new Admission(before.isPresent() ? Kind.CHANGED : Kind.NEW, after.isAnybody() ? Tone.ALARM : Tone.CARE,
                    Line.code(after.remote()), all, List.copyOf(nodes));
        }

        /** Of what was there before, only that which is different now. */
        private void add(List<Line> how, Function<End, Line> aspect) {
            Line now = aspect.apply(after);
            Optional<Line> past = before.map(aspect);
            if (past.isEmpty()) {
                how.add(now);
            } else if (!past.get().equals(now)) {
                how.add(now.and(" instead of ").and(past.get()));
            }
        }
    }

    /** The live tunnels by their policies' names. */
    private static Map<String, End> ends(ClusterState state) {
        Map<String, End> ends = new TreeMap<>();
        Map<String, PastConnection> connections = state.inventory().connections();
        for (PastObject object : state.objects()) {
            PastConnection connection = connections.get(object.name());
            if (object.kind().equals("NodeNetworkConfigurationPolicy") && connection != null && !connection.absent()) {
                libreswan(object).ifPresent(options -> ends.put(object.name(), new End(connection.node(), connection.label(),
                        text(options, "right"), text(options, "rightid"), text(options, "rightsubnet"), text(options, "leftsubnet"))));
            }
        }
        return ends;
    }

    private static Optional<Map<?, ?>> libreswan(PastObject policy) {
        if (policy.spec().get("desiredState") instanceof Map<?, ?> state && state.get("interfaces") instanceof List<?> interfaces) {
            for (Object one : interfaces) {
                if (one instanceof Map<?, ?> body && body.get("libreswan") instanceof Map<?, ?> options) {
                    return Optional.of(options);
                }
            }
        }
        return Optional.empty();
    }

    private static String text(Map<?, ?> options, String key) {
        return options.get(key) == null ? "" : String.valueOf(options.get(key));
    }
}
