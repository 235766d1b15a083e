/** Which checks matter how much, and the answer that follows from them. */
@NullMarked
package porchlight.policy;

import org.jspecify.annotations.NullMarked;
