@NullMarked
package porchlight.gather.windows.people;

import org.jspecify.annotations.NullMarked;
