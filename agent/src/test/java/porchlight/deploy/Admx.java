package porchlight.deploy;

import java.util.List;

/**
 * Group Policy's own two files: which values a policy writes into the registry (ADMX), and how an
 * editor words them (ADML).
 */
final class Admx {
  /** Under HKEY_LOCAL_MACHINE; where the agent reads it. */
  static final String KEY = "SOFTWARE\\Policies\\Porchlight";

  private static final String NAMESPACE =
      "xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""
          + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" revision=\"1.0\""
          + " schemaVersion=\"1.0\""
          + " xmlns=\"http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions\"";

  private Admx() {}

  static String definitions(List<SettingText> settings) {
    var policies = new StringBuilder();
    for (SettingText one : settings) {
      policies.append(
          """
              <policy name="%1$s" class="Machine" displayName="$(string.%1$s)" explainText="$(string.%1$s_explained)" presentation="$(presentation.%1$s)" key="%2$s">
                <parentCategory ref="Porchlight"/>
                <supportedOn ref="SUPPORTED_PORCHLIGHT"/>
                <elements>
                  %3$s
                </elements>
              </policy>
          """
              .formatted(one.word(), KEY, element(one)));
    }
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <policyDefinitions %s>
      <policyNamespaces>
        <target prefix="porchlight" namespace="Porchlight.Policies.Agent"/>
      </policyNamespaces>
      <resources minRequiredRevision="1.0"/>
      <supportedOn>
        <definitions>
          <definition name="SUPPORTED_PORCHLIGHT" displayName="$(string.supported)"/>
        </definitions>
      </supportedOn>
      <categories>
        <category name="Porchlight" displayName="$(string.Porchlight)"/>
      </categories>
      <policies>
    %s  </policies>
    </policyDefinitions>
    """
        .formatted(NAMESPACE, policies);
  }

  private static String element(SettingText one) {
    String of =
        "id=\"" + one.word() + "_value\" valueName=\"" + one.word() + "\" required=\"true\"";
    return switch (one.kind()) {
      case NUMBER -> {
        var bounds = one.bounds();
        yield "<decimal %s minValue=\"%d\" maxValue=\"%d\"/>"
            .formatted(of, bounds.least(), bounds.most());
      }
      case LIST -> "<multiText " + of + "/>";
      case TEXT -> "<text " + of + "/>";
    };
  }

  static String words(List<SettingText> settings) {
    var strings = new StringBuilder();
    var presentations = new StringBuilder();
    for (SettingText one : settings) {
      strings.append(
          "      <string id=\"%1$s\">%1$s</string>\n      <string id=\"%1$s_explained\">%2$s</string>\n"
              .formatted(one.word(), Xml.text(one.explained())));
      presentations.append(
          "      <presentation id=\"%s\">\n        %s\n      </presentation>\n"
              .formatted(one.word(), box(one)));
    }
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <policyDefinitionResources %s>
      <displayName>Porchlight</displayName>
      <description>Settings of the Porchlight agent; they go over those in its files.</description>
      <resources>
        <stringTable>
          <string id="Porchlight">Porchlight</string>
          <string id="supported">Porchlight 0.1 or later</string>
    %s    </stringTable>
        <presentationTable>
    %s    </presentationTable>
      </resources>
    </policyDefinitionResources>
    """
        .formatted(NAMESPACE, strings, presentations);
  }

  private static String box(SettingText one) {
    String id = one.word() + "_value";
    return switch (one.kind()) {
      case NUMBER ->
          "<decimalTextBox refId=\"%s\" defaultValue=\"%s\">%s</decimalTextBox>"
              .formatted(id, one.usualText(), one.word());
      case LIST -> "<multiTextBox refId=\"%s\">%s</multiTextBox>".formatted(id, one.word());
      case TEXT ->
          "<textBox refId=\"%1$s\"><label>%2$s</label></textBox>".formatted(id, one.word());
    };
  }

  /**
   * What Intune wants for each setting once it took the ADMX in: where it goes, and how a value is
   * said.
   */
  static String intune(List<SettingText> settings) {
    var rows = new StringBuilder();
    for (SettingText one : settings) {
      rows.append(
          "./Device/Vendor/MSFT/Policy/Config/Porchlight~Policy~Porchlight/%1$s\tString\t<enabled/><data id=\"%1$s_value\" value=\"%2$s\"/>\n"
              .formatted(one.word(), value(one)));
    }
    return "OMA-URI\tType\tValue\n"
        + "./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall/Porchlight/Policy/Porchlight"
        + "\tString\tthe text of Porchlight.admx, first of all\n"
        + rows;
  }

  private static String value(SettingText one) {
    return switch (one.kind()) {
      case NUMBER -> one.usualText();
      case LIST -> "FIRST&#xF000;SECOND";
      case TEXT -> "VALUE";
    };
  }
}
