package porchlight.deploy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/** What a Mac's management is given: a profile to start from, and the form that Jamf shows. */
final class MacProfiles {
  private MacProfiles() {}

  /** A profile that says every setting, those that it leaves alone in a comment. */
  static String settings(String domain, List<SettingText> settings) {
    var said = new StringBuilder();
    for (SettingText one : settings) {
      boolean isTheServer = one.word().equals("server");
      said.append(
          isTheServer
              ? "      <key>server</key>\n      <string>https://central.example</string>\n"
              : "      <!-- <key>%s</key>%s -->\n".formatted(one.word(), value(one)));
    }
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
    <plist version="1.0">
    <dict>
      <key>PayloadType</key>
      <string>Configuration</string>
      <key>PayloadVersion</key>
      <integer>1</integer>
      <key>PayloadIdentifier</key>
      <string>%1$s.settings</string>
      <key>PayloadUUID</key>
      <string>7F1C2B0E-6C5E-5D0A-9A3B-1B5D1D9E6A01</string>
      <key>PayloadDisplayName</key>
      <string>Porchlight: settings</string>
      <key>PayloadScope</key>
      <string>System</string>
      <key>PayloadContent</key>
      <array>
        <dict>
          <key>PayloadType</key>
          <string>%1$s</string>
          <key>PayloadVersion</key>
          <integer>1</integer>
          <key>PayloadIdentifier</key>
          <string>%1$s.settings.values</string>
          <key>PayloadUUID</key>
          <string>7F1C2B0E-6C5E-5D0A-9A3B-1B5D1D9E6A02</string>
    %2$s    </dict>
      </array>
    </dict>
    </plist>
    """
        .formatted(domain, said);
  }

  private static String value(SettingText one) {
    return switch (one.kind()) {
      case NUMBER -> "<integer>" + one.usualText() + "</integer>";
      case LIST -> "<array><string>FIRST</string><string>SECOND</string></array>";
      case TEXT -> "<string>" + Xml.text(one.usualText()) + "</string>";
    };
  }

  /** A schema for Jamf's "Application &amp; Custom Settings", which makes a form of it. */
  static String schema(String domain, List<SettingText> settings) {
    var properties = new LinkedHashMap<String, Json>();
    for (SettingText one : settings) {
      properties.put(one.word(), new Json.Obj(property(one)));
    }
    var schema = new LinkedHashMap<String, Json>();
    schema.put("title", new Json.Str("Porchlight (" + domain + ")"));
    schema.put(
        "description",
        new Json.Str("Settings of the agent. Never a token: everybody on the Mac can read them."));
    schema.put("properties", new Json.Obj(properties));
    return JsonText.pretty(new Json.Obj(schema)) + "\n";
  }

  private static Map<String, Json> property(SettingText one) {
    var members = new LinkedHashMap<String, Json>();
    members.put("title", new Json.Str(one.word()));
    members.put("description", new Json.Str(one.explained()));
    switch (one.kind()) {
      case NUMBER -> {
        members.put("type", new Json.Str("integer"));
        members.put("minimum", new Json.Num("" + one.bounds().least()));
        members.put("maximum", new Json.Num("" + one.bounds().most()));
      }
      case LIST -> {
        members.put("type", new Json.Str("array"));
        members.put("items", new Json.Obj(Map.of("type", new Json.Str("string"))));
      }
      case TEXT -> members.put("type", new Json.Str("string"));
    }
    return members;
  }
}
