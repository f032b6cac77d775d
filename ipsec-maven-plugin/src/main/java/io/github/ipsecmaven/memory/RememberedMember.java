package io.github.ipsecmaven.memory;

import io.github.ipsecmaven.cluster.FleetMember;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.proof.Proof;
import io.github.ipsecmaven.proof.Words;
import io.github.ipsecmaven.spec.ArgoCd;
import io.github.ipsecmaven.spec.RepositoryPath;
import io.github.ipsecmaven.spec.Section;
import io.github.ipsecmaven.spec.yaml.Tree;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A {@link FleetMember} as the facts of a proof, both ways. */
final class RememberedMember {

    private final Map<String, String> facts;
    private final RememberedPositions positions;

    private RememberedMember(Map<String, String> facts, RememberedPositions positions) {
        this.facts = facts;
        this.positions = positions;
    }

    static Map<String, String> facts(FleetMember member) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", member.name());
        facts.put("summary", member.summary());
        facts.put("named", RememberedPositions.put(Words.none(), member.namedAt()).line());
        if (member.argocd().isPresent()) {
            ArgoCd argocd = member.argocd().get();
            facts.put("delivered", RememberedPositions.put(Words.none(), member.deliveredAt()).line());
            facts.put("repoURL", argocd.repoURL());
            facts.put("revision", argocd.revision());
            facts.put("path", argocd.path().text());
            facts.put("namespace", argocd.namespace());
            facts.put("instance", argocd.instance());
            if (argocd.project().isPresent()) {
                facts.put("project", argocd.project().get());
            }
            facts.put("cluster", argocd.cluster());
            facts.put("automated", Boolean.toString(argocd.automated()));
        }
        return facts;
    }

    static FleetMember of(Proof proof, RememberedPositions positions) throws IOException {
        RememberedMember remembered = new RememberedMember(proof.facts(), positions);
        Position named = remembered.position("named");
        boolean delivered = proof.facts().containsKey("delivered");
        Position deliveredAt = delivered ? remembered.position("delivered") : named;
        return new FleetMember(remembered.fact("name"), named, deliveredAt,
                delivered ? Optional.of(remembered.argocd(deliveredAt)) : Optional.empty(),
                remembered.fact("summary"), proof.files().size());
    }

    private ArgoCd argocd(Position at) {
        return new ArgoCd(new Section(at, new Tree.Mapping(at, Map.of())), fact("repoURL"), fact("revision"),
                new RepositoryPath(fact("path")), fact("namespace"), fact("instance"),
                Optional.ofNullable(facts.get("project")), fact("cluster"), Boolean.parseBoolean(fact("automated")));
    }

    private Position position(String what) throws IOException {
        return positions.position(Words.of(fact(what)));
    }

    private String fact(String name) {
        String fact = facts.get(name);
        if (fact == null) {
            throw new IllegalStateException("the proof has no " + name);
        }
        return fact;
    }
}
