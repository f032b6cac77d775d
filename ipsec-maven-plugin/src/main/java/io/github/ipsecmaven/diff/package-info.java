/**
 * What differs between two states of a file, for people: objects by field, payloads decoded, texts by line. What comes
 * out may be shown to everybody: no key, no password and no piece of either is in it.
 */
package io.github.ipsecmaven.diff;
