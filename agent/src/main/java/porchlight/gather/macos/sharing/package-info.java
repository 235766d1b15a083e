/** What a Mac offers to those around it. */
@NullMarked
package porchlight.gather.macos.sharing;

import org.jspecify.annotations.NullMarked;
