/**
 * Proxy auto-config scripts, evaluated by an interpreter that knows as much of the language as such
 * scripts use, nothing of Java, and bounds on all that a script can use up.
 */
@NullMarked
package porchlight.uplink.road.pac;

import org.jspecify.annotations.NullMarked;
