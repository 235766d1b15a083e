package porchlight.central.papers;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Calendar;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** The account of an organisation as a PDF: the same account gives the same bytes. */
public final class Proof {
  private static final String FONT = "Porch";

  static {
    // It would tell each step on the standard error.
    XRLog.setLoggingEnabled(false);
  }

  private Proof() {}

  /** The document, in memory. */
  public static byte[] of(Account account, Instant at) throws IOException {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    for (int i = 0; i < Legible.FONTS.size(); i++) {
      String name = Legible.FONTS.get(i);
      String family = i == 0 ? FONT : FONT + i;
      builder.useFont(() -> font(name), family, 400, FontStyle.NORMAL, true);
    }
    builder.useFont(() -> font("DejaVuSans-Bold.ttf"), FONT, 700, FontStyle.NORMAL, true);
    // Whatever a device says, nothing is loaded from anywhere.
    builder.useUriResolver((base, uri) -> null);
    builder.withHtmlContent(
        Legible.of(Template.filled("proof.jte", Map.of("account", account))), null);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    builder.toStream(out);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      document.setDocumentInformation(information(account, at));
      document.setDocumentId(at.toEpochMilli());
      document.save(out);
    }
    return out.toByteArray();
  }

  private static PDDocumentInformation information(Account account, Instant at) {
    Calendar when = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    when.setTimeInMillis(at.toEpochMilli());
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle("How the laptops of " + account.organisation() + " stood");
    information.setProducer("Porchlight");
    information.setCreationDate(when);
    information.setModificationDate(when);
    return information;
  }

  /** A font that is packed. */
  static InputStream font(String name) {
    InputStream in = Proof.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException(name + " is not packed");
    }
    return in;
  }
}
