@NullMarked
package porchlight.gather.linux.people;

import org.jspecify.annotations.NullMarked;
