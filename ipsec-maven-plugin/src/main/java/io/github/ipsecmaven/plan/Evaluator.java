package io.github.ipsecmaven.plan;

import java.util.List;

/** Finds the effects of one kind of change. */
@FunctionalInterface
public interface Evaluator {

    List<Effect> evaluate(Comparison comparison);
}
