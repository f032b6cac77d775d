/**
 * What makes it unnecessary to compile a cluster: {@link io.github.ipsecmaven.memory.Memory} says when one is as an
 * earlier run left it, on which conditions, and for how long.
 */
package io.github.ipsecmaven.memory;
