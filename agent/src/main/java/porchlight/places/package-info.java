/**
 * Recognising a network that this laptop was on before. Pure: files are read and written outside.
 */
@NullMarked
package porchlight.places;

import org.jspecify.annotations.NullMarked;
