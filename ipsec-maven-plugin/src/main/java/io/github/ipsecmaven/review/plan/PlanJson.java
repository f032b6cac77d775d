package io.github.ipsecmaven.review.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ipsecmaven.diagnostic.report.JsonText;
import io.github.ipsecmaven.plan.CertificateChange;
import io.github.ipsecmaven.plan.Effect;
import io.github.ipsecmaven.plan.Estimate;
import io.github.ipsecmaven.plan.Plan;
import io.github.ipsecmaven.plan.Rollout;
import io.github.ipsecmaven.plan.Subject;
import io.github.ipsecmaven.plan.Summary;
import io.github.ipsecmaven.plan.Tunnel;
import io.github.ipsecmaven.previous.Inventory.PastCertificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Plans for scripts. Keys may be added; those that are there keep their meaning while {@code version} stays. */
public final class PlanJson {

    private static final int VERSION = 1;

    private PlanJson() {}

    /**
     * The document.
     *
     * @param against what the plans compare with
     * @param notes what a reader of the comparison has to know
     * @param refused how many errors there were, whose clusters have no plan
     */
    public static String of(List<Plan> plans, String against, List<String> notes, int refused) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("version", VERSION).put("against", against).put("errors", refused);
        texts(document.putArray("notes"), notes);
        ArrayNode clusters = document.putArray("clusters");
        plans.forEach(plan -> write(clusters.addObject(), plan));
        return JsonText.of(document);
    }

    private static void write(ObjectNode node, Plan plan) {
        node.put("name", plan.cluster()).put("summary", Summary.of(plan)).put("empty", plan.isEmpty());
        ArrayNode rollouts = node.putArray("rollouts");
        plan.rollouts().forEach(rollout -> write(rollouts.addObject(), rollout));
        tunnels(node.putArray("interrupted"), plan.interrupted());
        ArrayNode effects = node.putArray("effects");
        plan.effects().forEach(effect -> write(effects.addObject(), effect));
        ArrayNode certificates = node.putArray("certificates");
        plan.certificates().forEach(change -> write(certificates.addObject(), change));
        node.put("otherFiles", plan.otherFiles());
        texts(node.putArray("unknowns"), plan.unknowns());
    }

    private static void write(ObjectNode node, Rollout rollout) {
        node.put("pool", rollout.pool()).put("reboots", rollout.times()).put("rebootsUnlessPaused", rollout.timesUnlessPaused());
        texts(node.putArray("actions"), rollout.actions());
        node.put("drain", rollout.drain()).put("paused", rollout.paused());
        Estimate estimate = rollout.estimate();
        estimate.nodes().ifPresent(nodes -> node.put("nodes", nodes));
        estimate.atATime().ifPresent(atATime -> node.put("atATime", atATime));
        estimate.batches().ifPresent(batches -> node.put("batches", batches));
        tunnels(node.putArray("tunnels"), rollout.tunnels());
        ArrayNode causes = node.putArray("causes");
        rollout.causes().forEach(cause -> write(causes.addObject(), cause));
    }

    private static void write(ObjectNode node, Effect effect) {
        node.put("impact", effect.impact().label()).put("what", effect.what())
                .put("why", effect.why()).put("source", effect.source())
                .put("author", effect.author().name().toLowerCase(Locale.ROOT));
        write(node.putObject("object"), effect.subject());
        texts(node.putArray("pools"), effect.scope().pools());
        texts(node.putArray("nodes"), effect.scope().nodes());
        tunnels(node.putArray("tunnels"), effect.scope().tunnels());
    }

    private static void write(ObjectNode node, Subject subject) {
        node.put("change", subject.change().label()).put("kind", subject.kind())
                .put("name", subject.name()).put("path", subject.path());
    }

    private static void write(ObjectNode node, CertificateChange change) {
        node.put("pool", change.pool()).put("file", change.file()).put("anchor", change.anchor())
                .put("change", change.kind().label());
        texts(node.putArray("nodes"), change.nodes());
        change.before().ifPresent(before -> write(node.putObject("before"), before));
        change.after().ifPresent(after -> write(node.putObject("after"), after));
    }

    private static void write(ObjectNode node, PastCertificate certificate) {
        node.put("subject", certificate.subject()).put("notAfter", certificate.notAfter().toString())
                .put("sha256", certificate.sha256());
    }

    private static void tunnels(ArrayNode array, Collection<Tunnel> tunnels) {
        tunnels.forEach(tunnel -> array.addObject().put("node", tunnel.node()).put("remote", tunnel.remote()));
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
