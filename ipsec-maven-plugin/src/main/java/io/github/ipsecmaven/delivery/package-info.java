/**
 * The objects of a cluster's tree, delivered: what Argo CD, Flux or Advanced Cluster Management is given so that it
 * syncs the stages in their order and waits for nodes that are ready indeed. The cluster's tree itself is the same for
 * all of them.
 */
package io.github.ipsecmaven.delivery;
