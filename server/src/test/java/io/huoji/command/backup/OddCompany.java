package io.huoji.command.backup;

import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** A company whose records hold what a careless export spoils: COPY's own signs, line ends, rare characters, and photos. */
final class OddCompany {

    static final String ODD = "tab\tline\nreturn\r\nback\\slash \\N \\. \"quote\" 'single' {json} 𠮷𡈽龘 😀👨‍👩‍👧 e\u0301 \u2028 end";

    private final Api admin;
    private final AtomicInteger written = new AtomicInteger();

    OddCompany(Company company) {
        admin = company.admin();
        company.staff("moses", "hq");
        admin.post("/tables", Map.of("key", "odd", "name", "奇怪的\\表", "fields", List.of(
                Map.of("key", "title", "name", "标题", "type", "text"),
                Map.of("key", "body", "name", "正文", "type", "longText"),
                Map.of("key", "proof", "name", "证据", "type", "evidence", "role", "evidence")))).expect(201);
    }

    /** A record with a photo, edited once, so that it has a history. */
    String record() throws IOException {
        String photo = admin.upload("/files", "照片 \u00e9.jpg", "image/jpeg", photo(), Map.of("kind", "photo"))
                .expect(201)
                .at("id");
        String id = admin.post("/tables/odd/records", Map.of("fields", Map.of("title", "№ " + written.incrementAndGet(),
                "body", ODD, "proof", List.of(Map.of("kind", "photo", "file", photo))))).expect(201).at("id");
        admin.patch("/records/" + id, Map.of("fields", Map.of("title", "改 " + written.get()))).expect(200);
        return id;
    }

    int written() {
        return written.get();
    }

    private byte[] photo() throws IOException {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, written.get() * 40_503);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
