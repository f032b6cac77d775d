/**
 * (path, bytes) to disk: an output folder that changes as a whole or not at all.
 *
 * <p>{@link io.github.ipsecmaven.tree.OutputFolder} is the way in. A {@code Batch} of a {@code Draft} holds files
 * that came together, {@code Delta} decides what has to change, {@code Journal} changes it so that a run killed at any
 * moment can be undone, {@code Undo} undoes it, and {@code RunLock} keeps two runs apart. Nothing here knows what the
 * files mean.
 */
package io.github.ipsecmaven.tree;
