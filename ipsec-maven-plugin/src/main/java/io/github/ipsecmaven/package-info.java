/**
 * What the goals are made of beside {@link io.github.ipsecmaven.fleet.Fleet}: reports, explanations, keys for a lab, one
 * bundle. One {@code ipsec.yaml} per cluster goes in, a kustomize tree comes out:
 * {@link io.github.ipsecmaven.cluster.Compiler} shows the whole way of one cluster in one method. Nothing here knows
 * Maven but the package {@code mojo}.
 */
package io.github.ipsecmaven;
