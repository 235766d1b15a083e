/** What is sent or kept as a document: the weekly digest and the proof. */
@NullMarked
package porchlight.central.papers;

import org.jspecify.annotations.NullMarked;
