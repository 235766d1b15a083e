/** What a terminal is told: words, widths and colours. */
@NullMarked
package porchlight.cli.screen;

import org.jspecify.annotations.NullMarked;
