/** Digests, keys and signatures of requests (RFC 9530, 7638, 9421), by java.security alone. */
@NullMarked
package porchlight.central.signing;

import org.jspecify.annotations.NullMarked;
