/** The browsers that people of this Linux have used: what they warn of, who keeps passwords. */
@NullMarked
package porchlight.gather.linux.browsers;

import org.jspecify.annotations.NullMarked;
