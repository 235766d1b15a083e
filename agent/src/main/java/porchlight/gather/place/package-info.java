/** What kind of place the networks that this laptop is on look like. */
@NullMarked
package porchlight.gather.place;

import org.jspecify.annotations.NullMarked;
