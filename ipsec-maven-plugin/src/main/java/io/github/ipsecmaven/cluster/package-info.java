/**
 * One cluster's whole way, from its spec to its tree: {@link io.github.ipsecmaven.cluster.Compiler} shows it in one
 * method. Each step is another package's; what is here puts them together, and compares the tree with the last one.
 */
package io.github.ipsecmaven.cluster;
