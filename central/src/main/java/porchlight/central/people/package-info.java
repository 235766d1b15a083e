/** Who looks, and what they may see; values and rules, nothing else. */
@NullMarked
package porchlight.central.people;

import org.jspecify.annotations.NullMarked;
