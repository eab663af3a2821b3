"""Requests are counted by template, method and status, and their seconds also by stage."""

from service.front.metrics import Metrics


def test_seconds_are_counted_by_route_method_and_class_of_status_and_by_stage() -> None:
    metrics = Metrics()
    metrics.observe_request("GET", "/products/{identifier}", 200, 0.5, {"access": 0.1, "matching": 0.3})
    metrics.observe_request("GET", "/products/{identifier}", 404, 0.2, {"access": 0.2})
    text = metrics.text().decode()
    assert 'vinmatch_request_seconds_sum{method="GET",route="/products/{identifier}",status_class="2xx"} 0.5' in text
    assert 'vinmatch_request_seconds_sum{method="GET",route="/products/{identifier}",status_class="4xx"} 0.2' in text
    assert 'vinmatch_stage_seconds_count{stage="access"} 2.0' in text
    assert 'vinmatch_stage_seconds_bucket{le="0.25",stage="matching"} 0.0' in text
    assert 'vinmatch_stage_seconds_bucket{le="0.5",stage="matching"} 1.0' in text


def test_a_method_that_nobody_knows_makes_no_series_of_its_own() -> None:
    metrics = Metrics()
    metrics.observe_request("ATTACK", "(no route)", 405, 0.1, {})
    text = metrics.text().decode()
    assert 'vinmatch_requests_total{method="other",route="(no route)",status="405"} 1.0' in text
    assert 'vinmatch_request_seconds_count{method="other",route="(no route)",status_class="4xx"} 1.0' in text
    assert "ATTACK" not in text
