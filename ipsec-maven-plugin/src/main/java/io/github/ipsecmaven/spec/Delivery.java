package io.github.ipsecmaven.spec;

import java.util.Optional;

/** The GitOps engines whose objects are emitted beside the cluster's tree: {@code delivery} in the spec. */
public record Delivery(Optional<ArgoCd> argocd, Optional<Flux> flux, Optional<Acm> acm) {

    static Delivery of(Section section, String cluster) {
        return new Delivery(
                section.has("argocd") ? Optional.of(ArgoCd.of(section.section("argocd"), cluster)) : Optional.empty(),
                section.has("flux") ? Optional.of(Flux.of(section.section("flux"))) : Optional.empty(),
                section.has("acm") ? Optional.of(Acm.of(section.section("acm"), cluster)) : Optional.empty());
    }
}
