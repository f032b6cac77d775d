/**
 * The second, short list of rules: what can only be judged when the objects are made, because it is about their size.
 * Beside {@code policy} because rules read facts and know no objects.
 */
package io.github.ipsecmaven.limits;
