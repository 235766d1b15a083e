/** Linux: one class per tool, with the questions put to it and the pure reading of its answers. */
@NullMarked
package porchlight.gather.linux;

import org.jspecify.annotations.NullMarked;
