package cn.shouwang.monitoring.receipt.list;

import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReceiptListController {

    private final ReceiptList receipts;

    ReceiptListController(ReceiptList receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/receipts")
    Page<ReceiptList.Entry> receipts(
            @Valid @ModelAttribute ReceiptList.Question question, @Valid @ModelAttribute PageQuery page) {
        return receipts.page(question, page);
    }
}
