/**
 * What merging does to a cluster: two trees in, effects out. {@link io.github.ipsecmaven.plan.Planner} is the whole way.
 * A new kind of effect is a class in {@code plan.effect} and a line in {@link io.github.ipsecmaven.plan.Planner}.
 */
package io.github.ipsecmaven.plan;
