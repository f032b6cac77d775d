/**
 * The compiler: one {@code ipsec.yaml} per cluster in, a kustomize tree out. {@link io.github.ipsecmaven.Compiler} shows
 * the whole way of one cluster in one method, {@link io.github.ipsecmaven.Fleet} the way of a run over several. Nothing
 * here knows Maven but the package {@code mojo}.
 */
package io.github.ipsecmaven;
