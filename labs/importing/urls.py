"""Addresses below `/cms/labs/spreadsheets/`."""

from django.urls import path

from .views import ConfirmView, ExportView, SpreadsheetsView

app_name = "labs_spreadsheets"
urlpatterns = [
    path("", SpreadsheetsView.as_view(), name="page"),
    path("confirm/", ConfirmView.as_view(), name="confirm"),
    path("<slug:kind>.<slug:extension>", ExportView.as_view(), name="export"),
]
