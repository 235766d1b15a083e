/** The person at the screen of a Mac. */
@NullMarked
package porchlight.gather.macos.people;

import org.jspecify.annotations.NullMarked;
