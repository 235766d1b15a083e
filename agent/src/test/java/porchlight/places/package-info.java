@NullMarked
package porchlight.places;

import org.jspecify.annotations.NullMarked;
