@NullMarked
package porchlight.gather.windows.upkeep;

import org.jspecify.annotations.NullMarked;
